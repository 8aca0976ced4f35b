namespace Stryke.Web.Actors;

/// <summary>What becomes of an actor whose code threw.</summary>
public enum Directive
{
    /// <summary>It goes on with the next message and keeps its state. The message at fault is lost.</summary>
    Resume,

    /// <summary>
    /// A new instance takes its place; mailbox and reference stay. The message at fault is lost, its children are stopped.
    /// </summary>
    Restart,

    /// <summary>It stops, and its children before it.</summary>
    Stop,

    /// <summary>The fault becomes its parent's; an actor without a parent stops.</summary>
    Escalate,
}
