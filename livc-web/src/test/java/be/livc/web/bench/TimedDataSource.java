package be.livc.web.bench;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Counts and times statements and commits, while the stopwatch is on; the plain connection otherwise. */
final class TimedDataSource extends DelegatingDataSource {

    TimedDataSource(DataSource source) {
        super(source);
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = super.getConnection();
        return Stopwatch.isOn() ? timed(connection) : connection;
    }

    private static Connection timed(Connection connection) {
        return proxy(Connection.class, (proxy, method, arguments) -> switch (method.getName()) {
            case "commit" -> Stopwatch.in(Layer.COMMIT, () -> call(connection, method, arguments));
            case "prepareStatement" ->
                timed(
                        PreparedStatement.class,
                        (PreparedStatement) call(connection, method, arguments),
                        String.valueOf(arguments[0]));
            case "createStatement" ->
                timed(Statement.class, (Statement) call(connection, method, arguments), "not prepared");
            default -> call(connection, method, arguments);
        });
    }

    private static <S extends Statement> S timed(Class<S> type, S statement, String sql) {
        return proxy(
                type,
                (proxy, method, arguments) -> method.getName().startsWith("execute")
                        ? Stopwatch.statement(sql, () -> call(statement, method, arguments))
                        : call(statement, method, arguments));
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(
                Proxy.newProxyInstance(TimedDataSource.class.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static @Nullable Object call(Object target, Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException failure) {
            throw failure.getCause();
        }
    }
}
