using Stryke.Web.Actors.Threads;

namespace Stryke.Web.Actors.Net;

// The one place where a core enters a connection's code. A fault is reported and ends this connection; the core goes on.
public abstract partial class ConnectionActor
{
    internal void InvokeOpened()
    {
        IsInCallback = true;
        try
        {
            OnOpened();
        }
        catch (Exception fault)
        {
            Fail(fault);
        }
        Leave();
    }

    internal void InvokeReceived()
    {
        IsInCallback = true;
        try
        {
            OnReceived();
        }
        catch (Exception fault)
        {
            Fail(fault);
        }
        Leave();
    }

    internal void InvokePeerClosed()
    {
        IsInCallback = true;
        try
        {
            OnPeerClosed();
        }
        catch (Exception fault)
        {
            Fail(fault);
        }
        Leave();
    }

    internal void InvokeSent()
    {
        IsInCallback = true;
        try
        {
            OnSent();
        }
        catch (Exception fault)
        {
            Fail(fault);
        }
        Leave();
    }

    internal void InvokeTimeout()
    {
        IsInCallback = true;
        try
        {
            OnTimeout();
        }
        catch (Exception fault)
        {
            Fail(fault);
        }
        Leave();
    }

    internal void InvokeDraining()
    {
        if (IsToldToDrain)
            return;
        IsToldToDrain = true;
        IsInCallback = true;
        try
        {
            OnDraining();
        }
        catch (Exception fault)
        {
            Fail(fault);
        }
        Leave();
    }

    internal void InvokeClosed()
    {
        IsInCallback = true;
        try
        {
            OnClosed(Error);
        }
        catch (Exception fault)
        {
            Core.ReportFault(fault, GetType().Name);
        }
        Leave();
    }

    private void Leave()
    {
        IsInCallback = false;
        AmbientState.Forget();
    }

    private void Fail(Exception fault)
    {
        Core.ReportFault(fault, GetType().Name);
        Error ??= fault;
        AbortWanted = true;
    }
}
