namespace Stryke.Web.Middleware;

/// <summary>One field of a form or a query, decoded.</summary>
/// <param name="Name">The name as the form wrote it (<c>post[title]</c>).</param>
/// <param name="Value">The value; empty when only the name was sent.</param>
public readonly record struct SubmittedField(string Name, string Value);
