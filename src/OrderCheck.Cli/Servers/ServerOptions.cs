using System.CommandLine;

namespace OrderCheck.Cli.Servers;

/// <summary>The options by which verbs are told of a rules folder and of a server.</summary>
internal static class ServerOptions
{
    public const string DefaultServer = "http://127.0.0.1:5081";

    public static Option<string> Rules() => new("--rules")
    {
        Description = "The rules folder, complete.",
        DefaultValueFactory = _ => "rules",
    };

    public static Option<string> ApiKey() => new("--api-key")
    {
        Description = "The API key to call with.",
        DefaultValueFactory = _ => "demo",
    };
}
