# The link chart and the joint board.
# What binds two subjects, read from the first to the second.
link-kind-owns = owns
link-kind-drives = drives
link-kind-uses = uses
link-kind-calls = in touch with
link-kind-pays = pays
link-kind-meets-with = meets with
link-kind-works-for = works for
link-kind-stays-at = stays at
link-kind-carries = carries
link-kind-related-to = kin to
# The legend, and what a selected link says of itself.
link-status-corroborated = Corroborated: two sources
link-status-one-source = One source
link-status-contested = Contested
link-status-partner-only = Only from { $partner }
