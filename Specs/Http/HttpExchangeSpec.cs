using Stryke.Web.Actors;
using Stryke.Web.Actors.Startup;
using Xunit;

namespace Stryke.Web.Specs.Http;

public class HttpExchangeSpec
{
    private const string Get = "GET / HTTP/1.1\r\nHost: x\r\n\r\n";

    [Fact]
    public void A_request_is_answered_once() =>
        new ExchangeHarness().Run(
            Get,
            exchange =>
            {
                Assert.False(exchange.IsCompleted);
                exchange.Complete();
                Assert.True(exchange.IsCompleted);
                Assert.Throws<InvalidOperationException>(exchange.Complete);
            }
        );

    [Fact]
    public void State_stays_with_the_connection()
    {
        var harness = new ExchangeHarness();
        object state = new object();
        harness.Run(
            Get,
            exchange =>
            {
                exchange.State = state;
                exchange.Complete();
            }
        );
        harness.Run(
            Get,
            exchange =>
            {
                Assert.Same(state, exchange.State);
                exchange.Complete();
            }
        );
    }

    [Fact]
    public async Task Completion_on_another_thread_is_carried_home()
    {
        await using var system = ActorSystem.Start(new ActorSystemOptions { Backend = Backend.Epoll, Cpus = [0] });
        var core = system.Cores[0];
        var harness = await core.Run(() => new ExchangeHarness(core));
        var pending = await core.Run(() => harness.RunAsync(Get, _ => { }));
        harness.Exchange.Complete();
        Assert.Equal(200, (await pending).Status);
    }

    [Fact]
    public void An_exchange_without_a_core_says_so() =>
        new ExchangeHarness().Run(
            Get,
            exchange =>
            {
                Assert.Throws<InvalidOperationException>(() => exchange.Core);
                exchange.Complete();
            }
        );
}
