using Stryke.Web.Persistence.Sessions;

namespace Stryke.Web.Persistence.Transactions;

/// <summary>
/// A transaction with what belongs to it above the database: its savepoints, and the models that were saved in it, which are put back
/// when it is undone.
/// </summary>
internal sealed class TransactionScope(IDatabaseTransaction transaction) : IDatabaseSession
{
    private readonly List<Action> _undo = [];
    private int _depth;

    /// <summary>Whether it may have changed the schema, so that what is seen outside of it does not hold in it.</summary>
    public bool HasNewSchema { get; set; }

    /// <summary>It counts now, or was undone.</summary>
    public event Action? Ended;

    public ValueTask Run(Command command) => transaction.Run(command);

    /// <summary>Says how a model gets back to where it stood before this transaction touched it.</summary>
    public void OnRollback(Action undo) => _undo.Add(undo);

    public async Task<T?> Run<T>(Func<Task<T>> body)
    {
        T result;
        try
        {
            result = await body();
            await transaction.Commit();
        }
        catch (Exception error)
        {
            await transaction.Rollback();
            UndoFrom(0);
            if (error is Rollback)
                return default;
            throw;
        }
        finally
        {
            Ended?.Invoke();
        }
        return result;
    }

    public async Task<T?> Nested<T>(Func<Task<T>> body)
    {
        string name = $"s{++_depth}";
        int mark = _undo.Count;
        await Execute("SAVEPOINT " + name);
        try
        {
            var result = await body();
            await Execute("RELEASE " + name);
            return result;
        }
        catch (Exception error)
        {
            await Execute("ROLLBACK TO " + name);
            await Execute("RELEASE " + name);
            UndoFrom(mark);
            if (error is Rollback)
                return default;
            throw;
        }
        finally
        {
            _depth--;
        }
    }

    private ValueTask Execute(string sql) => Run(new Command(new Sql(sql, isCached: false), []));

    private void UndoFrom(int mark)
    {
        for (int i = _undo.Count - 1; i >= mark; i--)
            _undo[i]();
        _undo.RemoveRange(mark, _undo.Count - mark);
    }
}
