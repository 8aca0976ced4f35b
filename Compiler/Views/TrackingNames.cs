namespace Stryke.Web.Compiler.Views;

/// <summary>The names of the generator's steps, by which the specs hold that an edit runs only those that it must.</summary>
internal static class TrackingNames
{
    public const string Settings = "Views.Settings";
    public const string Parse = "Views.Parse";
    public const string Names = "Views.Names";
    public const string Check = "Views.Check";
    public const string Cycles = "Views.Cycles";
    public const string Missing = "Views.Missing";
    public const string Emit = "Views.Emit";
    public const string Helpers = "Views.Helpers";
    public const string Models = "Views.Models";
}
