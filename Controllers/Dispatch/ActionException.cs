namespace Stryke.Web.Controllers.Dispatch;

/// <summary>
/// What a controller's actor throws to its supervisor when an action failed. By then the visitor has an answer and the log has the
/// exception with the route, so whoever reports the faults of actors leaves this one out.
/// </summary>
/// <param name="exception">What the action threw.</param>
public sealed class ActionException(Exception exception) : Exception("An action failed.", exception);
