namespace Stryke.Web.Actors.Net;

/// <summary>Makes the actor for a connection that was just accepted; called on the core that will own it.</summary>
public delegate ConnectionActor ConnectionFactory();
