namespace Stryke.Web.Actors.Net.Handover;

/// <summary>The running process does not hand its sockets over to this one. It goes on as before.</summary>
public sealed class HandoverException(string message) : IOException(message);
