namespace Stryke.Web.Middleware;

/// <summary>
/// The middleware of an app, outermost first, written in <c>config/Middleware.cs</c> as a subclass with one method,
/// <see cref="Draw"/>. An app without one has <see cref="SecurityHeaders"/>,
/// <see cref="StaticAssets"/>, <see cref="Sessions"/> and <see cref="Csrf"/>, in this order.
/// </summary>
/// <remarks>
/// The compiler reads the body of <see cref="Draw"/> and writes the chain from it; nothing runs it, so only calls of
/// <see cref="Use{T}"/> belong there.
/// </remarks>
public abstract class MiddlewareStack
{
    /// <summary>Says the stack. Read at build time, never run.</summary>
    protected abstract void Draw();

    /// <summary>Adds a step inside those named before it.</summary>
    /// <typeparam name="T">The step.</typeparam>
    protected static void Use<T>()
        where T : struct, IMiddleware
    {
    }
}
