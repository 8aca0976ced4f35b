namespace Stryke.Web.Perf.Peers.Kestrel;

internal readonly record struct Message(string Text);
