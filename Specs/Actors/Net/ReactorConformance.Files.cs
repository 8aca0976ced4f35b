using System.Net.Sockets;
using Xunit;

namespace Stryke.Web.Specs.Actors.Net;

// Files behind the output.
public abstract partial class ReactorConformance
{
    [Fact]
    public async Task A_file_goes_out_between_what_was_written_before_and_after_it()
    {
        byte[] content = new byte[20 << 20];
        new Random(3).NextBytes(content);
        using var file = TemporaryFile(content);
        bool isLast = false;
        await using var server = new ReactorHarness(
            _backend,
            () =>
                new ScriptedConnection
                {
                    Opened = c =>
                    {
                        c.Out.Write("before "u8);
                        c.Transmit(file, 1, content.Length - 1);
                    },
                    Sent = c =>
                    {
                        if (c.Unsent > 0 || isLast)
                            return;
                        isLast = true;
                        c.Out.Write(" after"u8);
                        c.End();
                    },
                }
        );
        using var client = await server.Connect();
        byte[] received = await client.ReceiveToEnd();
        Assert.Equal([.. "before "u8, .. content.AsSpan(1), .. " after"u8], received);
    }

    [Fact]
    public async Task A_file_waits_for_a_peer_that_does_not_read_and_is_let_go_with_the_connection()
    {
        using var file = TemporaryFile(new byte[32 << 20]);
        await using var server = new ReactorHarness(_backend, () => new ScriptedConnection { Opened = c => c.Transmit(file, 0, 32 << 20) });
        int inUse = await server.BuffersInUse();
        var client = await server.Connect();
        await client.ReceiveExactly(1 << 20);
        var connection = await server.Accepted();
        Assert.True(await server.Core.Run(() => connection.Unsent) > 0);
        client.LingerState = new LingerOption(true, 0);
        client.Dispose();
        await connection.WaitFor("closed");
        Assert.Equal(inUse, await server.BuffersInUse());
    }

    [Fact]
    public async Task A_file_that_is_too_short_is_a_fault_and_a_reset()
    {
        using var file = TemporaryFile(new byte[1000]);
        await using var server = new ReactorHarness(_backend, () => new ScriptedConnection { Received = c => c.Transmit(file, 0, 1001) });
        using var client = await server.Connect();
        await client.SendAll("?"u8.ToArray());
        var connection = await server.Accepted();
        await connection.WaitFor("closed");
        Assert.IsType<EndOfStreamException>(connection.EndedBy);
        await Assert.ThrowsAsync<SocketException>(client.ReceiveToEnd);
    }

    private static Microsoft.Win32.SafeHandles.SafeFileHandle TemporaryFile(byte[] content)
    {
        var file = File.OpenHandle(
            Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()),
            FileMode.CreateNew,
            FileAccess.ReadWrite,
            options: FileOptions.DeleteOnClose
        );
        RandomAccess.Write(file, content, 0);
        return file;
    }
}
