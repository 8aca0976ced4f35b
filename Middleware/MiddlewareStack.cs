namespace Stryke.Web.Middleware;

/// <summary>
/// The middleware of an app, outermost first, written in <c>config/Middleware.cs</c> as a subclass with one method,
/// <see cref="Draw"/>, and <see cref="DrawApi"/> for what its API controllers answer. An app without one has
/// <see cref="Steps.SecurityHeaders"/>, <see cref="Steps.StaticAssets"/>, <see cref="Steps.Uploads"/>, <see cref="Steps.Sessions"/> and
/// <see cref="Steps.Csrf"/>, in this order.
/// </summary>
/// <remarks>
/// The compiler reads the bodies of <see cref="Draw"/> and <see cref="DrawApi"/> and writes the chains from them; nothing runs them, so
/// only calls of <see cref="Use{T}"/> belong there.
/// </remarks>
public abstract class MiddlewareStack
{
    /// <summary>Says the stack. Read at build time, never run.</summary>
    protected abstract void Draw();

    /// <summary>
    /// Says the stack of what controllers answer that derive from <c>ApiController</c>: <see cref="Steps.SecurityHeaders"/> and
    /// <see cref="Steps.Uploads"/> unless it is overridden. Read at build time, never run.
    /// </summary>
    protected virtual void DrawApi() { }

    /// <summary>Adds a step inside those named before it.</summary>
    /// <typeparam name="T">The step.</typeparam>
    protected static void Use<T>()
        where T : struct, IMiddlewareStep { }
}
