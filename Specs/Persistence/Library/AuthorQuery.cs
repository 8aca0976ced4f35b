namespace Stryke.Web.Specs.Library;

public sealed partial class AuthorQuery
{
    public AuthorQuery Reachable => Where(a => a.Email != null);
}
