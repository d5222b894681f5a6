using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NSwag;
using NSwag.CodeGeneration.CSharp;
using Xunit;

namespace OrderCheck.EndToEnd.OpenApi;

/// <summary>A C# client that NSwag makes of an OpenAPI document, compiled with a program that uses it.</summary>
internal static class GeneratedClient
{
    /// <returns>The client's source.</returns>
    public static async Task<string> GenerateAsync(string document)
    {
        var settings = new CSharpClientGeneratorSettings
        {
            ClassName = "OrderCheckClient",
            InjectHttpClient = true,
            CSharpGeneratorSettings = { Namespace = "Generated" },
        };
        return new CSharpClientGenerator(await OpenApiDocument.FromJsonAsync(document), settings).GenerateFile();
    }

    /// <summary>Every error of the compiler fails the test.</summary>
    public static Assembly Compile(params string[] sources)
    {
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(static path => MetadataReference.CreateFromFile(path));
        var compilation = CSharpCompilation.Create(
            "Generated",
            sources.Select(static source => CSharpSyntaxTree.ParseText(source)),
            references,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        using var assembly = new MemoryStream();
        var result = compilation.Emit(assembly);
        Assert.Empty(result.Diagnostics.Where(static d => d.Severity == DiagnosticSeverity.Error).Select(static d => d.ToString()));
        assembly.Position = 0;
        return new AssemblyLoadContext("Generated", isCollectible: true).LoadFromStream(assembly);
    }
}
