namespace Stryke.Web.Controllers;

/// <summary>
/// Sets the largest request body of an action, or of all actions of a controller, in place of <c>[limits] max_body</c>; 413 above it. The
/// action's own counts before that of its class.
/// </summary>
/// <param name="bytes">Bytes, after removal of the chunked coding: <c>[MaxBody(50 &lt;&lt; 20)]</c> is 50 MiB.</param>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class)]
public sealed class MaxBodyAttribute(long bytes) : Attribute
{
    /// <summary>Bytes.</summary>
    public long Bytes { get; } = bytes;
}
