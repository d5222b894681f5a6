namespace OrderCheck.Core.Rules;

/// <summary>Makes a release of a rules folder, or says everything that is wrong with it.</summary>
public static class ReleaseBuilder
{
    public static ReleaseBuild Build(RuleFolder folder, long number) => throw new NotSupportedException($"{folder.Files.Count} {number}");
}
