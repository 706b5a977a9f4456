namespace LeadFilter.Scale;

/// <summary>An instance that was allocated becomes ready.</summary>
/// <param name="group">Its group.</param>
internal sealed class InstanceStart(InstanceGroup group) : Occurrence
{
    /// <inheritdoc/>
    public override void Happen(double now) => group.Join(now);
}
