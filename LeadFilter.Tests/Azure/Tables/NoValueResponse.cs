#nullable disable
using Azure;

namespace LeadFilter.Tests.Azure.Tables;

/// <summary>The answer when there is no such entity.</summary>
internal sealed class NoValueResponse<T> : NullableResponse<T>
{
    public override bool HasValue => false;

    public override T Value => throw new InvalidOperationException("There is no value.");

    public override Response GetRawResponse() => new FakeResponse(404);
}
