using System.Collections.Concurrent;
using System.Net;
using Stryke.Web.Specs.Http.Connections;

namespace Stryke.Web.Specs.Examples;

/// <summary>
/// Clients that ask without a pause, some on one connection until the server says close, some on a new connection for
/// each request. What is not answered by 200 is a failure, whatever the reason.
/// </summary>
internal sealed class BlogLoad
{
    private readonly CancellationTokenSource _end = new();
    private readonly Task[] _clients;
    private int _answers;

    public BlogLoad(IReadOnlyList<EndPoint> addresses, int clientsOfEachKind) =>
        _clients = [
            .. addresses.SelectMany(address =>
                Enumerable
                    .Range(0, clientsOfEachKind)
                    .SelectMany(_ =>
                        new[]
                        {
                            Task.Run(() => Ask(address, "GET / HTTP/1.1\r\nHost: blog\r\n\r\n")),
                            Task.Run(() => Ask(address, "GET / HTTP/1.1\r\nHost: blog\r\nConnection: close\r\n\r\n")),
                        }
                    )
            ),
        ];

    public ConcurrentQueue<string> Failures { get; } = [];

    public int Answers => Volatile.Read(ref _answers);

    /// <summary>Waits until so many more requests have been answered.</summary>
    public Task WaitForMore(int answers)
    {
        int wanted = Answers + answers;
        return Eventually.Sees(() => Answers, count => count >= wanted || !Failures.IsEmpty, $"{wanted} requests have been answered");
    }

    public async Task End()
    {
        await _end.CancelAsync();
        await Task.WhenAll(_clients);
    }

    private async Task Ask(EndPoint address, string request)
    {
        while (!_end.IsCancellationRequested)
        {
            int asked = 0;
            try
            {
                using var client = await TestClient.ConnectAsync(address);
                for (bool goesOn = true; goesOn && !_end.IsCancellationRequested; asked++)
                {
                    var answer = await client.AskAsync(request);
                    if (answer.Status != 200)
                        Failures.Enqueue($"{answer.Status} on {address}: {answer.Body}");
                    goesOn = answer["Connection"] != "close";
                    Interlocked.Increment(ref _answers);
                }
            }
            catch (Exception failure)
            {
                Failures.Enqueue($"Request {asked} of a connection to {address}: {failure}");
            }
        }
    }
}
