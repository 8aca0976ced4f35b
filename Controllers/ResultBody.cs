namespace Stryke.Web.Controllers;

/// <summary>A body that is written when the result is carried out, on the connection's core.</summary>
internal abstract class ResultBody
{
    /// <summary>Writes the body and its media type to the response of the controller's request.</summary>
    public abstract void Write(Controller controller, ResultWriters writers);
}
