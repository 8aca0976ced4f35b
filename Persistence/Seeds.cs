namespace Stryke.Web.Persistence;

/// <summary>The initial rows of an app: <c>db/Seeds.cs</c>, run by <c>db seed</c>.</summary>
public abstract class Seeds
{
    /// <summary>Creates the rows. The command runs it in a transaction.</summary>
    public abstract Task Run();
}
