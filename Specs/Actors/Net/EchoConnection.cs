using Stryke.Web.Actors.Net;

namespace Stryke.Web.Specs.Actors.Net;

/// <summary>Sends back what it receives, and writes down what happens to it.</summary>
internal sealed class EchoConnection : ConnectionActor
{
    protected internal override void OnOpened()
    {
    }

    protected internal override void OnReceived()
    {
        Output.Write(Input.Unread);
        Input.Consume(Input.Length);
        Flush();
    }

    protected internal override void OnPeerClosed() => Close();

    protected internal override void OnSent()
    {
    }

    protected internal override void OnTimeout() => Close();

    protected internal override void OnDraining() => Close();

    protected internal override void OnClosed(Exception? error)
    {
    }
}
