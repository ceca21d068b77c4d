package be.livc.desk;

import be.livc.platform.CurrentCell;
import be.livc.platform.Ids;
import be.livc.platform.Page;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of articles, in the cell that is bound: the desk's for all, another for itself. */
@Component
class ArticleRows {

    private static final String COLUMNS = "select a.*, coalesce((select array_agg(s.step order by s.step)"
            + " from article_step s where s.cell_id = a.cell_id and s.article_id = a.id), '{}') as steps"
            + " from article a where a.cell_id = :cell";

    /** What was sought, in the grammar of the article's own language. */
    private static final String SOUGHT = "websearch_to_tsquery(case when a.language = 'fr' then"
            + " 'pg_catalog.french'::regconfig else 'pg_catalog.dutch'::regconfig end, :words)";

    /** The words of a text, of which any is enough. */
    private static final String ANY_OF = "replace(plainto_tsquery(case when a.language = 'fr' then"
            + " 'pg_catalog.french'::regconfig else 'pg_catalog.dutch'::regconfig end, :words)::text, '&', '|')::tsquery";

    private static final int MOST_FOUND = 20;
    private static final int MOST_LIKE = 4;

    private final JdbcClient jdbc;

    ArticleRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private static Map<String, Object> values() {
        Map<String, Object> values = new HashMap<>();
        values.put("cell", CurrentCell.require().value());
        return values;
    }

    boolean isEmpty() {
        return !jdbc.sql("select exists (select 1 from article where cell_id = :cell)")
                .params(values())
                .query(Boolean.class)
                .single();
    }

    void add(ArticleId id, String slug, WriteArticle asked, boolean shipped, Instant now) {
        Map<String, Object> values = valuesOf(id, asked, now);
        values.put("slug", slug);
        values.put("shipped", shipped);
        values.put("version", 1);
        int added = jdbc.sql(
                        "insert into article (cell_id, id, slug, kind, language, title, body, version, shipped, changed_at)"
                                + " values (:cell, :id, :slug, :kind, :language, :title, :body, :version, :shipped, :now)"
                                + " on conflict do nothing")
                .params(values)
                .update();
        if (added == 1) {
            keep(values, asked.steps());
        }
    }

    boolean change(ArticleId id, int version, WriteArticle asked, Instant now) {
        Map<String, Object> values = valuesOf(id, asked, now);
        values.put("before", version);
        values.put("version", version + 1);
        int changed = jdbc.sql("update article set kind = :kind, title = :title, body = :body, version = :version,"
                        + " changed_at = :now where cell_id = :cell and id = :id and version = :before")
                .params(values)
                .update();
        if (changed == 1) {
            jdbc.sql("delete from article_step where cell_id = :cell and article_id = :id")
                    .params(values)
                    .update();
            keep(values, asked.steps());
        }
        return changed == 1;
    }

    private static Map<String, Object> valuesOf(ArticleId id, WriteArticle asked, Instant now) {
        Map<String, Object> values = values();
        values.put("id", id.value());
        values.put("kind", asked.kind());
        values.put("language", asked.language());
        values.put("title", asked.title().strip());
        values.put("body", asked.body().strip());
        values.put("now", Timestamp.from(now));
        return values;
    }

    private void keep(Map<String, Object> values, List<String> steps) {
        jdbc.sql("insert into article_version (cell_id, article_id, version, title, body, at)"
                        + " values (:cell, :id, :version, :title, :body, :now)")
                .params(values)
                .update();
        for (String step : steps) {
            values.put("step", step);
            jdbc.sql("insert into article_step (cell_id, article_id, step) values (:cell, :id, :step)"
                            + " on conflict do nothing")
                    .params(values)
                    .update();
        }
    }

    Page<Article> list(String language, Optional<String> step, Optional<String> after, int limit) {
        Map<String, Object> values = values();
        values.put("language", language);
        values.put("step", step.orElse(null));
        values.put("after", after.orElse(""));
        values.put("rows", Page.bounded(limit) + 1);
        return Page.of(
                jdbc.sql(COLUMNS + " and a.language = :language and a.slug > :after"
                                + " and (cast(:step as text) is null or exists (select 1 from article_step s"
                                + " where s.cell_id = a.cell_id and s.article_id = a.id and s.step = :step))"
                                + " order by a.slug limit :rows")
                        .params(values)
                        .query(ArticleRows::article)
                        .list(),
                Page.bounded(limit),
                Article::slug);
    }

    List<Article> all(Optional<String> step) {
        Map<String, Object> values = values();
        values.put("step", step.orElse(null));
        values.put("most", Page.MOST);
        return jdbc.sql(COLUMNS + " and (cast(:step as text) is null or exists (select 1 from article_step s"
                        + " where s.cell_id = a.cell_id and s.article_id = a.id and s.step = :step))"
                        + " order by a.title, a.language limit :most")
                .params(values)
                .query(ArticleRows::article)
                .list();
    }

    List<Article.Found> find(String language, String words) {
        Map<String, Object> values = values();
        values.put("language", language);
        values.put("words", words);
        values.put("most", MOST_FOUND);
        return jdbc.sql(COLUMNS.replace(
                                "select a.*,",
                                "select a.*, ts_headline(case when a.language = 'fr' then 'pg_catalog.french'::regconfig"
                                        + " else 'pg_catalog.dutch'::regconfig end, a.body, " + SOUGHT
                                        + ", E'StartSel=\\x01, StopSel=\\x01, MaxFragments=1, MaxWords=30, MinWords=12')"
                                        + " as excerpt,")
                        + " and a.search @@ " + SOUGHT
                        + " order by (a.language = :language) desc, ts_rank(a.search, " + SOUGHT
                        + ") desc, a.slug limit :most")
                .params(values)
                .query((row, n) -> new Article.Found(article(row, n), row.getString("excerpt")))
                .list();
    }

    /** Any of the words will do; those that share more come first. */
    List<Article> like(String language, String text) {
        Map<String, Object> values = values();
        values.put("language", language);
        values.put("words", text);
        values.put("most", MOST_LIKE);
        return jdbc.sql(COLUMNS + " and a.language = :language and a.search @@ " + ANY_OF
                        + " order by ts_rank(a.search, " + ANY_OF + ") desc, a.slug limit :most")
                .params(values)
                .query(ArticleRows::article)
                .list();
    }

    Optional<Article> bySlug(String slug, String language) {
        Map<String, Object> values = values();
        values.put("slug", slug);
        values.put("language", language);
        return jdbc.sql(COLUMNS + " and a.slug = :slug and a.language = :language")
                .params(values)
                .query(ArticleRows::article)
                .optional();
    }

    Optional<Article> find(ArticleId id) {
        Map<String, Object> values = values();
        values.put("id", id.value());
        return jdbc.sql(COLUMNS + " and a.id = :id")
                .params(values)
                .query(ArticleRows::article)
                .optional();
    }

    List<Article.Version> versions(ArticleId id) {
        Map<String, Object> values = values();
        values.put("id", id.value());
        return jdbc.sql(
                        "select version, title, body, at from article_version where cell_id = :cell and article_id = :id"
                                + " order by version desc")
                .params(values)
                .query((row, n) -> new Article.Version(
                        row.getInt("version"),
                        row.getString("title"),
                        row.getString("body"),
                        row.getTimestamp("at").toInstant()))
                .list();
    }

    void addFeedback(Article article, boolean helpful, Optional<String> remark, Instant now) {
        Map<String, Object> values = values();
        values.put("feedback", Ids.next());
        values.put("id", article.id().value());
        values.put("version", article.version());
        values.put("helpful", helpful);
        values.put("remark", remark.orElse(null));
        values.put("now", Timestamp.from(now));
        jdbc.sql("insert into article_feedback (cell_id, id, article_id, version, helpful, remark, at)"
                        + " values (:cell, :feedback, :id, :version, :helpful, :remark, :now)")
                .params(values)
                .update();
    }

    Article.Feedback feedback(ArticleId id) {
        Map<String, Object> values = values();
        values.put("id", id.value());
        List<String> remarks = jdbc.sql("select remark from article_feedback where cell_id = :cell and article_id = :id"
                        + " and remark is not null order by at desc limit 20")
                .params(values)
                .query(String.class)
                .list();
        return jdbc.sql(
                        "select count(*) filter (where helpful) as helpful, count(*) filter (where not helpful) as unhelpful"
                                + " from article_feedback where cell_id = :cell and article_id = :id")
                .params(values)
                .query((row, n) -> new Article.Feedback(row.getLong("helpful"), row.getLong("unhelpful"), remarks))
                .single();
    }

    private static Article article(ResultSet row, int n) throws SQLException {
        return new Article(
                new ArticleId(row.getObject("id", UUID.class)),
                row.getString("slug"),
                row.getString("kind"),
                row.getString("language"),
                row.getString("title"),
                row.getString("body"),
                row.getInt("version"),
                row.getTimestamp("changed_at").toInstant(),
                List.of((String[]) row.getArray("steps").getArray()));
    }
}
