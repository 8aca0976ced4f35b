namespace Stryke.Web.Compiler.Models;

/// <summary>A method that runs at a moment.</summary>
/// <param name="Moment">The short name of the attribute: <c>BeforeSave</c>, <c>Validate</c>.</param>
/// <param name="Name">The method.</param>
/// <param name="IsAwaited">Whether it returns something to await.</param>
/// <param name="MayRefuse">Whether what it returns, or what awaiting gives, is a <c>bool</c>.</param>
internal sealed record CallbackMethod(string Moment, string Name, bool IsAwaited, bool MayRefuse);
