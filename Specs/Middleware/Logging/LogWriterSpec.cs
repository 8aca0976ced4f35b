using System.Text;
using Stryke.Web.Actors;
using Stryke.Web.Actors.Startup;
using Stryke.Web.Middleware.Logging;
using Xunit;

namespace Stryke.Web.Specs.Middleware.Logging;

public sealed class LogWriterSpec
{
    [Fact]
    public async Task Lines_of_many_threads_stay_whole_and_each_threads_in_order()
    {
        var probe = new LogProbe(LogFormat.Text);
        await Task.WhenAll(
            Enumerable
                .Range(0, 4)
                .Select(thread =>
                    Task.Run(() =>
                    {
                        for (int i = 0; i < 1000; i++)
                            probe.Log.Write($"{thread} {i}");
                    })
                )
        );

        InOrder(probe, threads: 4, lines: 1000);
    }

    [Fact]
    public async Task Lines_of_many_cores_stay_whole_and_each_cores_in_order_while_they_are_being_written()
    {
        var probe = new LogProbe(LogFormat.Text, bufferBytes: 1024);
        await using var system = ActorSystem.Start(new ActorSystemOptions { Backend = Backend.Epoll, Cpus = [0, 0, 0] });
        await Task.WhenAll(
            system.Cores.Select(core =>
                Task.Run(async () =>
                {
                    for (int i = 0; i < 5000; )
                    {
                        int from = i;
                        i = await core.Run(() =>
                        {
                            // As much as fits: what is dropped is another spec's.
                            int n = from;
                            while (n < from + 20 && n < 5000)
                                probe.Log.Write($"{core.Index} {n++}");
                            return n;
                        });
                        probe.Log.Flush();
                    }
                })
            )
        );

        InOrder(probe, threads: 3, lines: 5000);
        Assert.Equal(0, probe.Log.Dropped);
    }

    [Fact]
    public async Task Lines_are_written_without_a_flush_too()
    {
        var output = new Gate();
        new LogWriter(output).Write("hello");

        await Eventually.Sees(output.Lines, lines => lines is ["hello"], "the line is written");
    }

    [Fact]
    public async Task A_lane_that_is_half_full_is_written_without_a_wait_and_what_is_announced_while_it_is_written_too()
    {
        var output = new Gate { IsShut = true };
        var log = new LogWriter(output, bufferBytes: 1024);
        log.Write("first");
        await output.HasBegun();
        for (int i = 0; i < 20; i++)
            log.Write(new string('x', 31));
        output.Open();

        await Eventually.Sees(() => output.Lines().Length, count => count == 21, "21 lines are written");
        Assert.Equal(0, log.Dropped);
    }

    [Theory]
    [InlineData(LogFormat.Text)]
    [InlineData(LogFormat.Json)]
    public async Task When_the_output_is_slower_than_the_log_lines_are_dropped_and_counted(LogFormat format)
    {
        var output = new Gate { IsShut = true };
        var log = new LogWriter(output, format, bufferBytes: 1 << 16);
        byte[] line = Encoding.ASCII.GetBytes(format == LogFormat.Json ? $"\"{new string('x', 1021)}\"" : new string('x', 1023));
        log.Write(line);
        await output.HasBegun();

        // The first line is being written, and keeps its place until it is.
        for (int i = 0; i < 63 + 7; i++)
            log.Write(line);
        Assert.Equal(7, log.Dropped);
        output.Open();
        log.Flush();
        log.Write(line);
        log.Flush();

        string[] lines = output.Lines();
        Assert.Equal(66, lines.Length);
        Assert.Equal(65, lines.Count(l => l.Contains("xxx", StringComparison.Ordinal)));
        string told = Assert.Single(lines, l => l.Contains("dropped", StringComparison.Ordinal));
        if (format == LogFormat.Text)
            Assert.Equal("... 7 lines dropped: the log is written slower than it grows", told);
        else
            Assert.Equal(7, LogProbe.Parse(told).GetProperty("dropped").GetInt32());
    }

    [Fact]
    public void A_line_that_no_lane_can_hold_is_dropped_and_counted()
    {
        var probe = new LogProbe(LogFormat.Text, bufferBytes: 64);
        probe.Log.Write(new string('x', 64));
        probe.Log.Write(new string('y', 63));

        Assert.Equal([new string('y', 63), "... 1 lines dropped: the log is written slower than it grows"], probe.Lines());
    }

    [Fact]
    public void What_an_output_refuses_is_counted_and_told_when_it_takes_lines_again()
    {
        var output = new Gate { IsGone = true };
        var log = new LogWriter(output);
        for (int i = 0; i < 5; i++)
            log.Write("lost");
        log.Flush();
        log.Write("lost");
        log.Flush();
        Assert.Equal(6, log.Dropped);

        output.IsGone = false;
        log.Write("hello");
        log.Flush();

        Assert.Equal(["hello", "... 6 lines dropped: the log is written slower than it grows"], output.Lines());
    }

    [Fact]
    public void Who_stops_does_not_wait_for_ever_for_a_reader_who_does_not_read()
    {
        var output = new Gate { IsShut = true };
        var log = new LogWriter(output);
        log.Write("hello");

        Assert.False(log.Flush(TimeSpan.FromMilliseconds(1)));
        output.Open();
        log.Flush();
        Assert.Equal(["hello"], output.Lines());
    }

    [Fact]
    public void In_json_a_message_of_several_lines_is_one_line()
    {
        var probe = new LogProbe();
        probe.Log.Write("a \"stack\"\n  at b\u0000\u2028");

        var told = LogProbe.Parse(Assert.Single(probe.Lines()));
        Assert.Equal("a \"stack\"\n  at b\u0000\u2028", told.GetProperty("message").GetString());
        Assert.Equal("error", told.GetProperty("level").GetString());
        Assert.Equal(TimeSpan.Zero, told.GetProperty("time").GetDateTimeOffset().Offset);
    }

    [Fact]
    public void Writing_a_line_into_a_warm_writer_allocates_nothing_for_the_line()
    {
        var output = new MemoryStream(new byte[1 << 20]);
        var log = new LogWriter(output);
        Round();
        Round();
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 100; i++)
            log.Write("a line"u8);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);

        void Round()
        {
            for (int i = 0; i < 500; i++)
                log.Write("a line"u8);
            log.Flush();
        }
    }

    private static void InOrder(LogProbe probe, int threads, int lines)
    {
        var all = probe.Lines().Select(line => line.Split(' ')).ToList();
        Assert.Equal(threads * lines, all.Count);
        foreach (var thread in all.GroupBy(line => line[0]))
            Assert.Equal(Enumerable.Range(0, lines).Select(i => $"{i}"), thread.Select(line => line[1]));
    }

    /// <summary>An output whose writes wait while it is shut, and fail while it is gone.</summary>
    private sealed class Gate : MemoryStream
    {
        private readonly ManualResetEventSlim _open = new(true);
        private volatile bool _hasBegun;

        internal bool IsGone { get; set; }

        internal bool IsShut
        {
            init
            {
                if (value)
                    _open.Reset();
            }
        }

        internal void Open() => _open.Set();

        internal Task HasBegun() => Eventually.Holds(() => _hasBegun, "a write has begun");

        internal string[] Lines()
        {
            lock (_open)
                return Encoding.UTF8.GetString(ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        }

        public override void Write(byte[] buffer, int offset, int count)
        {
            _hasBegun = true;
            _open.Wait();
            if (IsGone)
                throw new IOException("Broken pipe");
            lock (_open)
                base.Write(buffer, offset, count);
        }
    }
}
