using System.Text;
using Stryke.Web.Middleware;
using Stryke.Web.Middleware.Logging;
using Xunit;

namespace Stryke.Web.Specs.Middleware;

public sealed class LogWriterSpec
{
    [Fact]
    public async Task Lines_of_many_threads_stay_whole_and_each_threads_in_order()
    {
        var output = new MemoryStream();
        var log = new LogWriter(output);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(thread => Task.Run(() =>
        {
            for (var i = 0; i < 1000; i++) log.Write($"{thread} {i}");
        })));
        log.Flush();

        var lines = Lines(output).Select(line => line.Split(' ')).ToList();

        Assert.Equal(4000, lines.Count);
        foreach (var thread in lines.GroupBy(line => line[0]))
            Assert.Equal(Enumerable.Range(0, 1000).Select(i => $"{i}"), thread.Select(line => line[1]));
    }

    [Fact]
    public void Lines_are_written_without_a_flush_too()
    {
        var output = new Gate();
        new LogWriter(output).Write("hello");

        Assert.True(output.Written.Wait(TimeSpan.FromSeconds(30)));
    }

    [Fact]
    public void When_the_output_is_slower_than_the_log_lines_are_dropped_and_counted()
    {
        var output = new Gate { IsShut = true };
        var log = new LogWriter(output);
        var line = new string('x', 1023);
        log.Write("first");
        output.Entered.Wait();

        for (var i = 0; i < 1024 + 7; i++) log.Write(line);
        output.Open();
        log.Flush();

        Assert.Contains("... 7 lines dropped", Encoding.UTF8.GetString(output.ToArray()), StringComparison.Ordinal);
    }

    [Fact]
    public void An_output_that_is_gone_disturbs_nobody()
    {
        var log = new LogWriter(new Gone());
        log.Write("hello");
        log.Flush();
        log.Write("hello");
        log.Flush();
    }

    [Fact]
    public void Writing_a_line_into_a_warm_writer_allocates_nothing_for_the_line()
    {
        var output = new MemoryStream(new byte[1 << 20]);
        var log = new LogWriter(output);
        Round();
        Round();
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++) log.Write("a line"u8);

        // Less than the smallest object for each line: waking the thread pool now and then is not the line's.
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, (100 * 24) - 1);

        void Round()
        {
            for (var i = 0; i < 500; i++) log.Write("a line"u8);
            log.Flush();
        }
    }

    private static string[] Lines(MemoryStream output) =>
        Encoding.UTF8.GetString(output.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>An output whose writes wait while it is shut.</summary>
    private sealed class Gate : MemoryStream
    {
        private readonly ManualResetEventSlim _open = new(true);

        internal ManualResetEventSlim Entered { get; } = new();

        internal ManualResetEventSlim Written { get; } = new();

        internal bool IsShut
        {
            init
            {
                if (value) _open.Reset();
            }
        }

        internal void Open() => _open.Set();

        public override void Write(byte[] buffer, int offset, int count)
        {
            Entered.Set();
            _open.Wait();
            base.Write(buffer, offset, count);
            Written.Set();
        }
    }

    /// <summary>An output that nobody reads any more.</summary>
    private sealed class Gone : MemoryStream
    {
        public override void Write(byte[] buffer, int offset, int count) => throw new IOException("Broken pipe");
    }
}
