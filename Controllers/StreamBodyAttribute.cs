namespace Stryke.Web.Controllers;

/// <summary>
/// The action is called when the head of its request is there, and reads the body from <c>RequestBody</c> as it arrives; what it does not
/// read stays with the client. Forms are not read for it: <c>Params</c> has the route and the query.
/// </summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class)]
public sealed class StreamBodyAttribute : Attribute;
