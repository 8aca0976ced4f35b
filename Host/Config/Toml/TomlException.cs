namespace Stryke.Web.Host.Config.Toml;

/// <summary>A TOML file that does not read. The message starts with <c>file:line:column:</c> and says what is wrong.</summary>
internal sealed class TomlException(string file, TomlPosition position, string problem) : Exception($"{file}:{position}: {problem}")
{
    public string File => file;

    public TomlPosition Position => position;

    /// <summary>What is wrong, without the place.</summary>
    public string Problem => problem;
}
