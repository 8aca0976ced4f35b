using System.Net;
using System.Reflection;
using Stryke.Web.Actors;
using Stryke.Web.Actors.Net;
using Stryke.Web.Specs.Http.Http1;
using Xunit;

namespace Stryke.Web.Specs.Faults;

/// <summary>
/// The parser itself throws, which no bytes make it do as far as anybody knows (<c>Specs/Fuzz</c> looks for them): here
/// it has lost its limits. Its connection ends, that is reported once, and nobody else notices.
/// </summary>
public class ParserFaultsSpec
{
    private const string Get = "GET / HTTP/1.1\r\nHost: x\r\n\r\n";

    [Theory]
    [OnEveryBackend(Get)]
    [OnEveryBackend("G")]
    [OnEveryBackend(Get + Get)]
    public async Task A_fault_in_the_parser_ends_its_connection_and_no_other(Backend backend, string bytes)
    {
        await using var scene = await FaultScene.StartAsync(backend, exchange => exchange.Complete());
        using var client = await scene.ConnectAsync();
        Assert.Equal(200, (await client.AskAsync(Get)).Status);
        int port = ((IPEndPoint)client.Socket.LocalEndPoint!).Port;
        await scene.Server.Core.Run(() =>
        {
            var reactor = (SocketReactor)scene.Server.Core.Reactor;
            Break(reactor.Connections.Snapshot().Single(connection => connection.RemoteEndPoint!.Port == port));
            return true;
        });
        await client.SendAsync(bytes);
        Assert.Equal("", await client.ReadUntilLostAsync());
        await scene.NothingIsLeftAsync();
        Assert.Contains(nameof(NullReferenceException), Assert.Single(scene.Server.Faults));
        Assert.Empty(scene.Faults);
    }

    private static void Break(ConnectionActor connection)
    {
        var readerField = Field(connection, "_reader");
        object reader = readerField.GetValue(connection)!;
        var parserField = Field(reader, "_parser");
        object parser = parserField.GetValue(reader)!;
        Field(parser, "_limits").SetValue(parser, null);
        parserField.SetValue(reader, parser);
        readerField.SetValue(connection, reader);
    }

    private static FieldInfo Field(object owner, string name) =>
        owner.GetType().GetField(name, BindingFlags.Instance | BindingFlags.NonPublic)!;
}
