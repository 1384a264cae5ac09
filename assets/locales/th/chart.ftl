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
# Kinds of subjects, in a word under their names.
subject-kind-person = บุคคล
subject-kind-vehicle = ยานพาหนะ
subject-kind-phone = โทรศัพท์
subject-kind-document = เอกสาร
subject-kind-place = สถานที่
subject-kind-account = บัญชี
subject-kind-company = บริษัท
# The tab.
chart-name = ผังความเชื่อมโยง
chart-empty = ยังไม่มีอะไรในผัง ผู้ที่ข้อมูลของท่านเอ่ยชื่อจะปรากฏที่นี่ พร้อมความเชื่อมโยงตามที่ข้อมูลกล่าวไว้
chart-whole = ดูผังทั้งหมด
chart-says = { $from } { $kind } { $to }
chart-both-know = ข้อมูลของท่าน { $number } รายการกล่าวถึง และ{ $partner }มีข้อมูลเกี่ยวกับเรื่องนี้ด้วย
chart-we-know = ข้อมูลของท่าน { $number } รายการกล่าวถึง แต่ท่านไม่ทราบว่า{ $partner }มีข้อมูลเกี่ยวกับเรื่องนี้หรือไม่
chart-they-know = ท่านไม่มีข้อมูลเรื่องนี้ { $partner }เป็นผู้นำขึ้นกระดานร่วม
chart-own-reading = เป็นการตีความของท่านจากข้อมูลเหล่านี้
chart-partner-says = { $partner }ยืนยันความเชื่อมโยงนี้ โดยมีข้อมูลของตน { $number } รายการ
chart-behind = ข้อมูลที่สนับสนุน
chart-denies = ข้อมูลที่ขัดแย้ง
chart-more = และอีก { $number } รายการ
chart-post = นำขึ้นกระดานร่วม…
chart-withdraw = นำออกจากกระดาน
chart-remove = นำออกจากผัง
chart-challenge = โต้แย้ง…
chart-settle = ยุติข้อโต้แย้ง
# A link of one’s own.
chart-claim = เพิ่มความเชื่อมโยง…
chart-claim-pick-first = เลือกจุดเริ่มต้นในผังก่อน
chart-claim-title = ความเชื่อมโยงจาก { $name }
chart-claim-alone = ไม่มีข้อมูลใดของท่านที่กล่าวถึงร่วมกับสิ่งอื่น ความเชื่อมโยงต้องอ่านได้จากข้อมูลที่กล่าวถึงทั้งสองฝ่าย
chart-claim-whom = เชื่อมโยงไปยังใครหรือสิ่งใด ข้อมูลของท่านกล่าวถึงร่วมกับรายการต่อไปนี้
chart-claim-items = { $number } รายการ
chart-claim-first = เลือกทางซ้ายว่าเชื่อมโยงไปยังใคร
chart-claim-what = ทั้งสองเชื่อมโยงกันอย่างไร
chart-claim-by = อ่านได้จากข้อมูลรายการใด
chart-claim-own = เป็นการตีความของท่านและจะแสดงไว้เช่นนั้น ไม่ได้ทำให้สิ่งใดแน่นอนกว่าข้อมูลที่มี มีเพียงท่านที่เห็นจนกว่าจะนำขึ้นกระดานร่วม
chart-claim-draw = เพิ่มความเชื่อมโยงนี้
# Onto the joint board.
chart-post-title = นำความเชื่อมโยงขึ้นกระดานร่วม
chart-posted-by = { $team }ยืนยันความเชื่อมโยงนี้
chart-posted-says = { $says } · มีข้อมูลสนับสนุน { $number } รายการ
chart-post-items = { $team }จะไม่เห็นตัวข้อมูล เห็นเพียงจำนวนรายการ
chart-post-stays = { $team }จะรู้ว่าท่านรู้ ท่านนำออกจากกระดานได้ แต่ทำให้อีกฝ่ายลืมสิ่งที่อ่านแล้วไม่ได้
chart-post-hold = กดค้างเพื่อนำขึ้นกระดาน
chart-board = ความเชื่อมโยงบนกระดานร่วม
chart-board-empty = ยังไม่มีความเชื่อมโยงบนกระดาน เลือกจากผังความเชื่อมโยงเพื่อบอกว่าท่านยืนยันสิ่งใด { $team }จะเห็นทันทีและโต้แย้งได้
chart-board-stands = { $team }ยืนยันตั้งแต่รอบที่ { $round } โดยมีข้อมูล { $number } รายการ
chart-board-doubts = { $team }โต้แย้งตั้งแต่รอบที่ { $round }: “{ $text }”
chart-challenge-title = โต้แย้งความเชื่อมโยง
chart-challenge-why = เหตุใดท่านจึงสงสัย
chart-why-hint = มีสิ่งใดขัดแย้ง หรือยังขาดสิ่งใด
chart-challenge-seen = { $team }จะอ่านข้อความนี้ตามที่เขียน และความเชื่อมโยงนี้จะเป็นข้อโต้แย้งในผังของทั้งสองฝ่ายจนกว่าท่านจะยุติ
chart-challenge-send = ส่งข้อโต้แย้ง
chart-challenged = ความเชื่อมโยงนี้อยู่ระหว่างโต้แย้ง { $team }ได้รับเหตุผลของท่านแล้ว
# At the debrief.
chart-debrief = ความเชื่อมโยง
chart-debrief-none = ไม่มีการเพิ่มความเชื่อมโยงหรือนำขึ้นกระดานร่วม และกรณีศึกษานี้ไม่ได้กำหนดไว้
chart-debrief-true = { $says } เป็นความจริง
chart-debrief-false = { $says } ไม่เป็นความจริง
chart-debrief-open = { $says } กรณีศึกษาไม่ได้ระบุ
chart-debrief-posted = { $team }นำขึ้นกระดานร่วมในรอบที่ { $round }
chart-debrief-claimed = { $team }เพิ่มไว้ตามการตีความของตน
chart-debrief-doubted = { $team }โต้แย้งจนจบ
chart-debrief-missed = ไม่มีฝ่ายใดยืนยันต่ออีกฝ่าย
chart-debrief-believed = อยู่บนกระดานร่วมจนจบโดยไม่มีใครโต้แย้ง
