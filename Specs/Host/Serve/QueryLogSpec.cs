using System.Text;
using Stryke.Web.Host.Serve;
using Stryke.Web.Middleware.Logging;
using Stryke.Web.Persistence;
using Stryke.Web.Persistence.Sessions;
using Stryke.Web.Specs.Library;
using Stryke.Web.Specs.Persistence;
using Xunit;

namespace Stryke.Web.Specs.Host.Serve;

/// <summary>The log tells of statements, their times and rows, and of no value.</summary>
public sealed class QueryLogSpec
{
    [Fact]
    public async Task Each_statement_is_a_line_without_its_values()
    {
        using var place = LibraryPlace.Open();
        using var output = new MemoryStream();
        var log = new LogWriter(output);
        place.Database.Observe(new QueryLog(log));

        await LibraryPlace.SavedAuthor("Secret");
        await LibraryPlace.SavedAuthor("Other");
        await Author.Where(a => a.Name == "Secret" || a.Name == "Other");
        await Author.Count();
        await place.Database.Execute("UPDATE authors SET born = ?", DbValue.Of(1815));
        await Assert.ThrowsAsync<DatabaseException>(() => place.Database.Execute("SELEKT 1"));
        log.Flush();

        string[] lines = Encoding.UTF8.GetString(output.ToArray()).TrimEnd('\n').Split('\n');
        Assert.Equal(6, lines.Length);
        Assert.Matches("^INSERT INTO \"authors\" .* RETURNING \"id\" → 1 row in \\d+\\.\\d ms$", lines[0]);
        Assert.Matches("^SELECT .* FROM \"authors\" WHERE .* → 2 rows in \\d+\\.\\d ms$", lines[2]);
        Assert.Matches("^SELECT COUNT.* → 1 row in ", lines[3]);
        Assert.Matches("^UPDATE authors SET born = \\? → 2 rows in ", lines[4]);
        Assert.Matches("^SELEKT 1 → failed after ", lines[5]);
        Assert.DoesNotContain(
            lines,
            line => line.Contains("Secret", StringComparison.Ordinal) || line.Contains("1815", StringComparison.Ordinal)
        );
    }
}
