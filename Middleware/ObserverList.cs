namespace Stryke.Web.Middleware;

/// <summary>
/// Who is told what an app does, written in <c>config/Observers.cs</c> as a subclass with one method, <see cref="Draw"/>. Each
/// observer is a class that implements one or more of <c>IExchangeObserver</c>, <c>IQueryObserver</c> and <c>IJobObserver</c>.
/// The access log is told of exchanges first, and the observers after it in the order of the list.
/// </summary>
/// <remarks>
/// The compiler reads the body of <see cref="Draw"/> and writes the calls from it; nothing runs it, so only calls of
/// <see cref="Observe{T}"/> belong there. One object of each observer is made for the app and is called on all cores at once.
/// What an observer throws is reported; the others are told all the same.
/// </remarks>
public abstract class ObserverList
{
    /// <summary>Says the list. Read at build time, never run.</summary>
    protected abstract void Draw();

    /// <summary>Adds an observer, which is told after those named before it.</summary>
    /// <typeparam name="T">The observer; sealed, so that it is called directly.</typeparam>
    protected static void Observe<T>()
        where T : class, new() { }
}
