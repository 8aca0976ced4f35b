namespace Stryke.Web.Middleware;

/// <summary>
/// The middleware of an app, outermost first, written in <c>config/Middleware.cs</c> as a subclass with one method,
/// <see cref="Draw"/>, and <see cref="DrawApi"/> for what its API controllers answer. An app without one has <see cref="SecurityHeaders"/>,
/// <see cref="StaticAssets"/>, <see cref="Sessions"/> and <see cref="Csrf"/>, in this order.
/// </summary>
/// <remarks>
/// The compiler reads the bodies of <see cref="Draw"/> and <see cref="DrawApi"/> and writes the chains from them; nothing runs them, so only calls of
/// <see cref="Use{T}"/> belong there.
/// </remarks>
public abstract class MiddlewareStack
{
    /// <summary>Says the stack. Read at build time, never run.</summary>
    protected abstract void Draw();

    /// <summary>Says the stack of what controllers answer that derive from <c>ApiController</c>: <see cref="SecurityHeaders"/> unless it is overridden. Read at build time, never run.</summary>
    protected virtual void DrawApi() { }

    /// <summary>Adds a step inside those named before it.</summary>
    /// <typeparam name="T">The step.</typeparam>
    protected static void Use<T>()
        where T : struct, IMiddleware { }
}
