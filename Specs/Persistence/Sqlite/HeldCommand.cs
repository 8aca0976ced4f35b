using Stryke.Web.Persistence.Sessions;
using Xunit;

namespace Stryke.Web.Specs.Persistence.Sqlite;

/// <summary>Holds the writer thread until it is released.</summary>
internal sealed class HeldCommand() : Command(new Sql("SELECT 1", isCached: false), []), IDisposable
{
    public ManualResetEventSlim HasBegun { get; } = new();

    public ManualResetEventSlim Release { get; } = new();

    protected internal override void Read(Row row)
    {
        HasBegun.Set();
        Assert.True(Release.Wait(TimeSpan.FromMinutes(1)), "nobody has released the writer");
        base.Read(row);
    }

    public void Dispose()
    {
        Release.Set();
        HasBegun.Dispose();
    }
}
