namespace Stuck;

public sealed partial class Routes : RouteMap
{
    protected override void Draw()
    {
        Get("/", Waits.Alive);
        Get("/block", Waits.Block);
        Get("/spin", Waits.Spin);
        Get("/later", Waits.Later);
        Get("/never", Waits.Never);
        Get("/slow", Waits.Slow);
        Get("/settings", Waits.HangsOf);
        Get("/offload", Waits.Offloaded);
    }
}
