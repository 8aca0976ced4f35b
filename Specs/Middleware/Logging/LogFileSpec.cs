using System.Text;
using Stryke.Web.Middleware.Logging;
using Xunit;

namespace Stryke.Web.Specs.Middleware.Logging;

public sealed class LogFileSpec : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("stryke-log-").FullName;

    private string Name => Path.Combine(_folder, "log", "production.log");

    [Fact]
    public void A_file_is_made_with_its_folder_and_appended_to()
    {
        using (var first = new LogFile(Name))
            Write(first, "one\n");
        using (var second = new LogFile(Name))
            Write(second, "two\n");

        Assert.Equal("one\ntwo\n", File.ReadAllText(Name));
    }

    [Fact]
    public void A_file_that_was_moved_away_is_opened_anew()
    {
        using var file = new LogFile(Name);
        Write(file, "one\n");
        File.Move(Name, Name + ".1");
        Write(file, "two\n");
        file.Look();
        Write(file, "three\n");

        Assert.Equal("one\ntwo\n", File.ReadAllText(Name + ".1"));
        Assert.Equal("three\n", File.ReadAllText(Name));
    }

    [Fact]
    public void So_is_one_in_whose_place_another_stands_of_the_same_length()
    {
        using var file = new LogFile(Name);
        Write(file, "one\n");
        File.Move(Name, Name + ".1");
        File.WriteAllText(Name, "new\n");
        file.Look();
        Write(file, "two\n");

        Assert.Equal("one\n", File.ReadAllText(Name + ".1"));
        Assert.Equal("new\ntwo\n", File.ReadAllText(Name));
    }

    [Fact]
    public void Whoever_writes_finds_out_by_himself_within_a_second()
    {
        var clock = new Clock();
        using var file = new LogFile(Name, clock);
        File.Move(Name, Name + ".1");
        foreach (int ms in new[] { 0, 999, 1 })
        {
            clock.Now += TimeSpan.FromMilliseconds(ms);
            Write(file, $"{ms}\n");
        }

        Assert.Equal("0\n999\n", File.ReadAllText(Name + ".1"));
        Assert.Equal("1\n", File.ReadAllText(Name));
    }

    [Fact]
    public void A_file_that_was_truncated_in_place_is_gone_on_with_from_its_start()
    {
        using var file = new LogFile(Name);
        Write(file, "one\n");
        using (var truncated = new FileStream(Name, FileMode.Truncate, FileAccess.Write, FileShare.ReadWrite)) { }

        Write(file, "two\n");
        Assert.Equal("two\n", File.ReadAllText(Name));
    }

    [Fact]
    public async Task Two_that_write_to_one_file_do_not_overwrite_each_other()
    {
        using var one = new LogFile(Name);
        using var two = new LogFile(Name);
        await Task.WhenAll(
            new[] { one, two }.Select(
                (file, i) =>
                    Task.Run(() =>
                    {
                        for (int n = 0; n < 1000; n++)
                            Write(file, $"{i} {n}\n");
                    })
            )
        );

        string[] lines = await File.ReadAllLinesAsync(Name, TestContext.Current.CancellationToken);
        Assert.Equal(2000, lines.Distinct().Count());
    }

    [Fact]
    public void When_its_name_cannot_be_opened_any_more_the_old_file_is_gone_on_with()
    {
        using var file = new LogFile(Name);
        File.Move(Name, Name + ".1");
        Directory.CreateDirectory(Name);
        file.Look();
        Write(file, "one\n");

        Assert.Equal("one\n", File.ReadAllText(Name + ".1"));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static void Write(LogFile file, string text) => file.Write(Encoding.UTF8.GetBytes(text), 0, text.Length);
}
