namespace Stryke.Web.Persistence;

/// <summary>The rows that an app starts with: <c>db/Seeds.cs</c>, run by <c>db seed</c>.</summary>
public abstract class Seeds
{
    /// <summary>Makes the rows. Everything it writes is one transaction when the command runs it.</summary>
    public abstract Task Run();
}
