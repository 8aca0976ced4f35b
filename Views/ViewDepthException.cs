namespace Stryke.Web.Views;

/// <summary>Views call each other deeper than is allowed, or than the stack holds: most likely one calls itself without an end.</summary>
public sealed class ViewDepthException : InvalidOperationException
{
    /// <summary>Makes the exception.</summary>
    /// <param name="message">What happened, with the chain of views.</param>
    public ViewDepthException(string message)
        : base(message) { }

    internal static ViewDepthException OfLimit(int limit, string chain, string file) =>
        new(
            $"Views are nested more than {limit} deep: {chain}. A view that calls itself must stop when the data ends: check {file}. "
                + "If the data is really that deep, raise max_depth in [views] of config/server.toml."
        );

    internal static ViewDepthException OfStack(int depth, string chain, string file) =>
        new(
            $"Views are nested {depth} deep and the thread's stack is used up: {chain}. "
                + $"A view that calls itself must stop when the data ends: check {file}."
        );
}
