namespace Stryke.Web.Persistence.Queries;

/// <summary>One column that rows are ordered by.</summary>
internal readonly record struct OrderTerm(Column Column, bool Descending);
