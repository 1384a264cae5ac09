# สิ่งที่เจ้าหน้าที่ทำเองไม่ได้ ผู้บังคับบัญชา หมายศาล ความช่วยเหลือซึ่งกันและกันทางกฎหมาย
authority-kind-supervisor = ผู้บังคับบัญชาอนุมัติ
authority-kind-warrant = หมายศาล
authority-kind-mutual = ความช่วยเหลือซึ่งกันและกันทางกฎหมาย
authority-kind-detail-supervisor = พิจารณาภายในหน่วยงานของท่าน ใช้ฉบับย่อแสดงเหตุได้
authority-kind-detail-warrant = ศาลในประเทศของท่านเป็นผู้พิจารณา ต้องใช้ฉบับเต็ม และบางเหตุต้องเป็นพยานหลักฐานที่ศาลรับฟังได้
authority-kind-detail-mutual = ส่งคำขอผ่านผู้ประสานงานกลาง ต้องใช้ฉบับเต็ม และใช้เวลานานที่สุด

authority-title = อำนาจตามกฎหมาย
authority-none = คดีนี้ไม่มีงานที่ท่านต้องขออำนาจ
authority-grounds = เหตุที่ต้องแสดง
authority-ground-evidence = { $ground } (ด้วยพยานหลักฐานที่ศาลของท่านรับฟังได้)
authority-how = แต่ละเหตุใช้ข้อมูลระดับดีหนึ่งรายการ (แหล่งข่าว 1 หรือ 2 ระดับ A ถึง C) หรือข้อมูลที่อ่อนกว่าสองรายการซึ่งสนับสนุนกัน
authority-rounds = { $rounds ->
    [0] ตัดสินและมีผลทันที
   *[other] ตัดสินทันที หากอนุมัติจะมีผลใน { $rounds } รอบถัดไป
}
authority-status-open = ยังไม่ได้ยื่นคำขอ
authority-status-turned-down = ไม่อนุมัติในรอบที่ { $round }
authority-status-waiting = อนุมัติแล้ว มีผลตั้งแต่รอบที่ { $round }
authority-status-held = มีผลตั้งแต่รอบที่ { $round }
authority-apply = ยื่นคำขอ…
authority-apply-title = ยื่นคำขอ: { $title }
authority-apply-cite = อ้างอิงข้อมูลที่แสดงแต่ละเหตุ
authority-apply-send = ยื่นคำขอ อ้างอิง { $number } รายการ
authority-apply-unasked = { $items }: { $team }ยังไม่อนุญาตให้ใช้ การอ้างอิงเป็นการใช้ข้อมูลโดยไม่ได้รับอนุญาต และทำให้ความไว้วางใจลดลง
authority-applied = คำขอได้รับการพิจารณาแล้ว ดูผลที่สายประสานงาน
authority-task-needs = ต้องมี: { $title }
authority-task-waits = { $title }: มีผลตั้งแต่รอบที่ { $round }

authority-line-granted = อนุมัติ: { $title }
authority-line-turned-down = ไม่อนุมัติ: { $title }
authority-line-held = มีผลตั้งแต่ขณะนี้
authority-line-held-from = มีผลตั้งแต่รอบที่ { $round }
authority-lacking = { $ground }: { $lack }
authority-lack-nothing-cited = ไม่มีข้อมูลที่อ้างอิงรายการใดสนับสนุน
authority-lack-too-weak = มีข้อมูลระดับอ่อนเพียงรายการเดียว ต้องมีอีกรายการสนับสนุน
authority-lack-not-admissible = ไม่มีข้อมูลที่ศาลของท่านรับฟังได้
authority-lack-tear-line-only = มีเพียงฉบับย่อ ต้องใช้ฉบับเต็ม

authority-debrief-tab = อำนาจตามกฎหมาย
authority-debrief-none = ไม่มีฝ่ายใดยื่นคำขอ
authority-debrief-granted = รอบที่ { $round }: อนุมัติโดยอาศัย { $items } มีผลตั้งแต่รอบที่ { $from }
authority-debrief-turned-down = รอบที่ { $round }: ไม่อนุมัติ อ้างอิง { $items } { $lacks }
authority-debrief-never = ไม่มีใครยื่นคำขอนี้
authority-debrief-shows = { $ground }: รายการใดรายการหนึ่งใน { $items }

authority-open-list = อำนาจตามกฎหมาย…
authority-hold = กดค้างยื่นคำขอ
authority-item = { $code } · { $title } · { $source } { $info } · { $worth }
