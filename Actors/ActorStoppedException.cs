namespace Stryke.Web.Actors;

/// <summary>An actor was asked something after it had stopped.</summary>
public sealed class ActorStoppedException(string path) : Exception($"{path} has stopped.")
{
    /// <summary>The actor's path.</summary>
    public string Path { get; } = path;
}
