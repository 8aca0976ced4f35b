using Stryke.Web.Persistence.Migrations;
using Xunit;

namespace Stryke.Web.Specs.Persistence.Migrations;

public sealed class SqlScriptSpec
{
    [Theory]
    [InlineData("SELECT 1", new[] { "SELECT 1" })]
    [InlineData("SELECT 1;", new[] { "SELECT 1" })]
    [InlineData(" SELECT 1 ; ; SELECT 2; ", new[] { "SELECT 1", "SELECT 2" })]
    [InlineData("SELECT ';', 'it''s;'; SELECT \";\"", new[] { "SELECT ';', 'it''s;'", "SELECT \";\"" })]
    [InlineData("SELECT 1 -- not; here\n; SELECT /* nor; here */ 2", new[] { "SELECT 1 -- not; here", "SELECT /* nor; here */ 2" })]
    [InlineData("BEGIN; SELECT CASE WHEN 1 THEN 2 END; COMMIT", new[] { "BEGIN", "SELECT CASE WHEN 1 THEN 2 END", "COMMIT" })]
    [InlineData("CREATE TRIGGER t AFTER INSERT ON a BEGIN UPDATE a SET b = CASE WHEN 1 THEN 2 END; DELETE FROM c; END; SELECT 2",
        new[] { "CREATE TRIGGER t AFTER INSERT ON a BEGIN UPDATE a SET b = CASE WHEN 1 THEN 2 END; DELETE FROM c; END", "SELECT 2" })]
    [InlineData("SELECT 'never closed; SELECT 2", new[] { "SELECT 'never closed; SELECT 2" })]
    [InlineData("", new string[0])]
    public void A_text_is_taken_apart_at_its_semicolons(string script, string[] statements) => Assert.Equal(statements, SqlScript.Statements(script));
}
