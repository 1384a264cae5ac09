# The link chart and the joint board.
# What binds two subjects, read from the first to the second.
link-kind-owns = เป็นเจ้าของ
link-kind-drives = ขับ
link-kind-uses = ใช้
link-kind-calls = ติดต่อกับ
link-kind-pays = จ่ายเงินให้
link-kind-meets-with = พบกับ
link-kind-works-for = ทำงานให้
link-kind-stays-at = พักอยู่ที่
link-kind-carries = พาหรือขนไป
link-kind-related-to = เป็นญาติกับ
# The legend, and what a selected link says of itself.
link-status-corroborated = ยืนยันแล้ว: สองแหล่งข่าว
link-status-one-source = แหล่งข่าวเดียว
link-status-contested = มีข้อโต้แย้ง
link-status-partner-only = มาจาก{ $partner }เท่านั้น
