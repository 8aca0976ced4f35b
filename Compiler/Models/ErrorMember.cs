namespace Stryke.Web.Compiler.Models;

/// <summary>
/// A property that was meant as a column or an association, and that a diagnostic says is none. Lambdas see it all the same, so that the
/// compiler does not report each place that uses it on top.
/// </summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">The class that it would have among the columns.</param>
internal sealed record ErrorMember(string Name, string Type);
