using Grpc.Core;
using OrderCheck.Core.Identity;
using OrderCheck.Grains.Hospitals;
using OrderCheck.Grains.Permissions;
using OrderCheck.Grains.Releases;
using OrderCheck.Ledger.Wire;
using OrderCheck.Protocol.V1;
using OrderCheck.Server.Errors;
using OrderCheck.Server.Hospitals;
using OrderCheck.Server.Identity;
using OrderCheck.Server.Releases;

namespace OrderCheck.Server.Administration;

/// <summary>Hospitals, dictionaries, keys and releases. A key for some hospitals administers those alone.</summary>
internal sealed class AdministrationApi(
    HospitalRegister hospitals, ApiKeyRegister keys, BootstrapKey bootstrap, ReleasePublisher publisher, ReleaseHolder releases, TimeProvider time)
    : AdministrationService.AdministrationServiceBase
{
    public override async Task<Hospital> PutHospital(Hospital request, ServerCallContext context)
    {
        var reader = FieldReader.ForRequest(time.GetUtcNow());
        var row = HospitalForms.Read(reader, request);
        reader.ThrowIfMalformed();
        RequireScope(context, [row.Code]);
        var faults = await hospitals.PutAsync(row, releases.Current?.Dictionary.Files ?? [], context.CancellationToken);
        if (faults.Count > 0)
            throw FaultMapping.Malformed("code", faults);
        return HospitalForms.Write(row);
    }

    public override async Task<PutDictionaryAnswer> PutDictionary(PutDictionaryRequest request, ServerCallContext context)
    {
        var reader = FieldReader.ForRequest(time.GetUtcNow());
        var code = reader.Id("hospital", request.Hospital);
        if (!DictionaryKinds.All.Contains(request.Kind))
            reader.Refuse("kind", $"{FieldReader.Quote(request.Kind)} is unknown", string.Join(", ", DictionaryKinds.All));
        if (request.Csv.Length == 0)
            reader.Refuse("csv", "is required", "rows with a header");
        reader.ThrowIfMalformed();
        RequireScope(context, [code]);
        var hospital = hospitals.Find(code) ?? throw new UnknownHospitalException(code);
        var build = await hospitals.AddAsync(hospital, request.Kind, request.Csv, context.CancellationToken);
        if (build.Dictionary is null)
            throw FaultMapping.Malformed("csv", build.Faults);
        return new PutDictionaryAnswer { DictionaryNumber = build.Dictionary.Number, Rows = FaultMapping.CountRows(request.Csv) };
    }

    public override async Task<CreateApiKeyAnswer> CreateApiKey(CreateApiKeyRequest request, ServerCallContext context)
    {
        var reader = FieldReader.ForRequest(time.GetUtcNow());
        var roles = ReadRoles(reader, request);
        foreach (var code in request.Hospitals.Where(code => !hospitals.Knows(code)))
            reader.Refuse("hospitals", $"{FieldReader.Quote(code)} is not known to this installation", "hospitals that PutHospital added");
        if (request.Hospitals.Count == 0 && roles.Any(static r => r is not (Role.Administrator or Role.Monitor)))
            reader.Refuse("hospitals", "is empty", "at least one hospital, except for a key with the roles admin or monitor alone");
        var note = reader.Text("note", request.Note, 200) ?? "";
        reader.ThrowIfMalformed();
        RequireScope(context, request.Hospitals);
        var (row, key) = await keys.CreateAsync(ApiKeySecret.NewKeyId(), [.. request.Hospitals], roles, note, context.CancellationToken);
        if (roles.Contains(Role.Administrator) && row.Hospitals.Count == 0)
            await bootstrap.RetireAsync(context.CancellationToken);
        return new CreateApiKeyAnswer { KeyId = row.KeyId, ApiKey = key };
    }

    public override async Task<RevokeApiKeyAnswer> RevokeApiKey(RevokeApiKeyRequest request, ServerCallContext context)
    {
        var reader = FieldReader.ForRequest(time.GetUtcNow());
        var keyId = reader.Id("key_id", request.KeyId);
        reader.ThrowIfMalformed();
        var row = (await keys.ListAsync(context.CancellationToken)).FirstOrDefault(k => k.KeyId == keyId)
            ?? throw new NotFoundException("unknown_key", "There is no key of that id.");
        RequireScope(context, row.Hospitals);
        await keys.RevokeAsync(keyId, context.CancellationToken);
        return new RevokeApiKeyAnswer();
    }

    public override async Task<PublishReleaseAnswer> PublishRelease(PublishReleaseRequest request, ServerCallContext context)
    {
        var build = await publisher.PublishAsync(context.CancellationToken);
        return new PublishReleaseAnswer
        {
            Published = build.Release is not null,
            ReleaseNumber = releases.Current?.Number ?? 0,
            ReleaseHash = releases.Current?.Hash ?? "",
            Faults = { build.Faults.Select(FaultMapping.Write) },
        };
    }

    private static List<Role> ReadRoles(FieldReader reader, CreateApiKeyRequest request)
    {
        var roles = new List<Role>();
        foreach (var text in request.Roles.Distinct())
        {
            if (RoleNames.TryRead(text, out var role))
                roles.Add(role);
            else
                reader.Refuse("roles", $"{FieldReader.Quote(text)} is no role", RoleNames.All);
        }

        if (request.Roles.Count == 0)
            reader.Refuse("roles", "is empty", RoleNames.All);
        return roles;
    }

    private static void RequireScope(ServerCallContext context, IReadOnlyCollection<string> hospitals)
    {
        var identity = CallIdentity.Of(context);
        if (identity.Hospitals.Count > 0 && (hospitals.Count == 0 || hospitals.Except(identity.Hospitals).Any()))
            throw new NotPermittedException(identity.Caller.Role, $"{context.Method} beyond the hospitals of this key");
    }
}
