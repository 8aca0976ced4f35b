using System.Diagnostics;
using System.Runtime.CompilerServices;
using Stryke.Web.Actors;

namespace Stryke.Web.Controllers.Dispatch;

/// <summary>
/// The actor of one controller on one core. The generated subclass knows the controller's actions, binds their parameters and runs their
/// filters; this class gives each request an instance of the controller and brings the result home.
/// </summary>
/// <remarks>
/// An action that completes at once is answered within the message, without allocating. One that awaits keeps its instance to itself while
/// the actor goes on with other requests.
/// </remarks>
/// <typeparam name="TController">The controller.</typeparam>
/// <param name="pipeline">Where answers go.</param>
public abstract class ControllerActor<TController>(Pipeline pipeline) : Actor<ActionCall>
    where TController : Controller
{
    private TController? _idle;

    /// <summary>Whether an instance that has done with one request may serve another: nobody in its hierarchy declares state.</summary>
    protected abstract bool IsReusable { get; }

    /// <summary>Makes a controller.</summary>
    protected abstract TController Create();

    /// <summary>Runs an action with its filters.</summary>
    protected abstract ValueTask<Result> Run(TController controller, int action);

    /// <inheritdoc/>
    protected override void Receive(ActionCall call)
    {
        if (call.Fault is { } late)
            throw late;
        try
        {
            // The actor may have been busy: this message is another request's then.
            call.Context.Exchange.EnterTrace();
            var controller = _idle ?? Create();
            controller.Begin(call.Context, pipeline.Writers);
            var pending = Run(controller, call.Action);
            if (!pending.IsCompletedSuccessfully)
            {
                // The instance belongs to this request from now on.
                _idle = null;
                _ = Await(pending, controller, call);
                return;
            }

            var result = pending.Result;
            controller.Execute(result);
            if (result.Kind == ResultKind.Streamed)
            {
                _idle = null;
            }
            else
            {
                controller.End();
                if (_idle is null && IsReusable)
                    _idle = controller;
            }
        }
        catch (Exception exception)
        {
            _idle = null;
            pipeline.Fail(call.Context, exception);
            throw new ActionException(exception);
        }

        pipeline.Finish(call.Context);
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    private async ValueTask Await(ValueTask<Result> pending, TController controller, ActionCall call)
    {
        Result result = default;
        Exception? fault = null;
        try
        {
            result = await pending.ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            fault = exception;
        }

        // A result that was made elsewhere (ConfigureAwait(false), a driver's pool) comes home before it touches the connection.
        if (Core.Current == Core)
            Complete(call, controller, result, fault);
        else
            Core.Post(() => Complete(call, controller, result, fault));
    }

    private void Complete(ActionCall call, TController controller, Result result, Exception? fault)
    {
        Debug.Assert(Core.Current == Core || Core.HasEnded, "An answer is given on its connection's core, as long as there is one.");
        try
        {
            if (fault is null)
                controller.Execute(result);
        }
        catch (Exception exception)
        {
            fault = exception;
        }
        if (fault is not null || result.Kind != ResultKind.Streamed)
            controller.End();
        if (fault is null)
        {
            pipeline.Finish(call.Context);
            return;
        }

        pipeline.Fail(call.Context, fault);
        // The supervisor hears of it as of a fault within the message.
        Self.Tell(new ActionCall(call.Context, call.Action) { Fault = new ActionException(fault) });
    }
}
