using Stryke.Web.Persistence.Sessions;

namespace Stryke.Web.Persistence.Migrations;

/// <summary>An index that the database has.</summary>
/// <param name="Table">Its table.</param>
/// <param name="Name">Its name.</param>
/// <param name="IsUnique">Whether no two rows may have the same values.</param>
/// <param name="IsPlain">Whether it is over columns only, and over all rows.</param>
/// <param name="Definition">The statement that makes it.</param>
/// <param name="Columns">Its columns in order, without its expressions.</param>
internal sealed record SchemaIndex(string Table, string Name, bool IsUnique, bool IsPlain, string Definition, IReadOnlyList<string> Columns)
{
    /// <summary>Whether it cannot be without a column: one of its own, or one that its expressions or its condition name.</summary>
    public bool DependsOn(string column)
    {
        if (Columns.Contains(column, StringComparer.OrdinalIgnoreCase))
            return true;
        if (IsPlain)
            return false;
        var tokens = new SqlTokens(Definition);
        while (tokens.Next())
        {
            if (tokens.Kind is not (SqlTokenKind.Word or SqlTokenKind.Name))
                continue;
            if (SqlTokens.Unquote(tokens.Text).Equals(column, StringComparison.OrdinalIgnoreCase))
                return true;
        }
        return false;
    }
}
