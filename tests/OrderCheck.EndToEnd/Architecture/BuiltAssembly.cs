using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace OrderCheck.EndToEnd.Architecture;

/// <summary>What a built assembly refers to, read from its metadata without loading it.</summary>
internal sealed class BuiltAssembly : IDisposable
{
    private readonly PEReader _file;
    private readonly MetadataReader _metadata;

    public BuiltAssembly(string path)
    {
        _file = new PEReader(File.OpenRead(path));
        _metadata = _file.GetMetadataReader();
    }

    /// <summary>Names of the assemblies it refers to.</summary>
    public IEnumerable<string> Assemblies() =>
        _metadata.AssemblyReferences.Select(handle => _metadata.GetString(_metadata.GetAssemblyReference(handle).Name));

    /// <summary>Full names of the types of other assemblies that it uses: "System.IO.File".</summary>
    public IEnumerable<string> Types() => _metadata.TypeReferences.Select(Name);

    /// <summary>Members of other assemblies' types that it uses: "System.DateTime.get_Now".</summary>
    public IEnumerable<string> Members()
    {
        foreach (var handle in _metadata.MemberReferences)
        {
            var member = _metadata.GetMemberReference(handle);
            var type = member.Parent.Kind switch
            {
                HandleKind.TypeReference => Name((TypeReferenceHandle)member.Parent),
                HandleKind.TypeSpecification => Name((TypeSpecificationHandle)member.Parent),
                _ => null,
            };
            if (type is not null)
                yield return $"{type}.{_metadata.GetString(member.Name)}";
        }
    }

    public void Dispose() => _file.Dispose();

    private string Name(TypeReferenceHandle handle)
    {
        var type = _metadata.GetTypeReference(handle);
        var name = _metadata.GetString(type.Name);
        return type.ResolutionScope.Kind == HandleKind.TypeReference
            ? $"{Name((TypeReferenceHandle)type.ResolutionScope)}.{name}"
            : type.Namespace.IsNil ? name : $"{_metadata.GetString(type.Namespace)}.{name}";
    }

    private string? Name(TypeSpecificationHandle handle)
    {
        var blob = _metadata.GetBlobReader(_metadata.GetTypeSpecification(handle).Signature);
        if (blob.ReadSignatureTypeCode() != SignatureTypeCode.GenericTypeInstance)
            return null;
        blob.ReadCompressedInteger();
        var type = blob.ReadTypeHandle();
        return type.Kind == HandleKind.TypeReference ? Name((TypeReferenceHandle)type) : null;
    }
}
