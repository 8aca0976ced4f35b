namespace Stryke.Web.Compiler.Dispatch;

/// <summary>A step of an app's middleware.</summary>
/// <param name="Type">Its type in full.</param>
/// <param name="Waits">Whether it is an <c>IAsyncMiddleware</c>.</param>
internal sealed record MiddlewareStep(string Type, bool Waits);
