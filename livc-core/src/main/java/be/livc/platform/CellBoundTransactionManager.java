package be.livc.platform;

import jakarta.persistence.EntityManagerFactory;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionDefinition;

/**
 * Binds each transaction's connection to the {@link CurrentCell} before the first statement, for JPA, JDBC and the
 * process engine alike. The only class that sets {@code app.cell}: row-level security reads it.
 *
 * <p>A transaction whose cell cannot be set does not start: a query without its cell must never run as if it had one.
 */
final class CellBoundTransactionManager extends JpaTransactionManager {

    private final DataSource dataSource;

    CellBoundTransactionManager(EntityManagerFactory entityManagers, DataSource dataSource) {
        super(entityManagers);
        this.dataSource = dataSource;
    }

    @Override
    protected void doBegin(Object transaction, TransactionDefinition definition) {
        super.doBegin(transaction, definition);
        try {
            bindCell(DataSourceUtils.getConnection(dataSource));
        } catch (SQLException | RuntimeException failure) {
            undo(transaction);
            throw new CannotCreateTransactionException("the cell could not be bound to the transaction", failure);
        }
    }

    private static void bindCell(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select set_config('app.cell', ?, true)")) {
            statement.setString(1, CurrentCell.get().map(CellId::toString).orElse(""));
            statement.execute();
        }
    }

    /** Leaves nothing of the half-begun transaction on the thread, or the next user of the thread would inherit it. */
    private void undo(Object transaction) {
        try {
            DataSourceUtils.getConnection(dataSource).rollback();
        } catch (SQLException | RuntimeException rollbackFailure) {
            logger.warn("rollback of a transaction without a cell failed", rollbackFailure);
        } finally {
            doCleanupAfterCompletion(transaction);
        }
    }
}
