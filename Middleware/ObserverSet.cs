namespace Stryke.Web.Middleware;

/// <summary>
/// The observers of an app, one object of each. The compiler derives a class from it, out of the app's
/// <see cref="ObserverList"/>, which implements the interfaces that any of them implements and hands on to those that do.
/// </summary>
/// <param name="onFault">Told what an observer threw, and where.</param>
public abstract class ObserverSet(Action<Exception, string> onFault)
{
    /// <summary>An observer has thrown.</summary>
    /// <param name="fault">What it threw.</param>
    /// <param name="where">The observer and its method.</param>
    protected void Report(Exception fault, string where) => onFault(fault, where);
}
